/**
 * What is known of each matter that a source of alerts reports, and of each address that Muster
 * watches: the present, beside the record in {@link io.muster.db.journal.AlertJournal}.
 */
@NullMarked
package io.muster.db.alert;

import org.jspecify.annotations.NullMarked;

/**
 * The incident's document, made anew from the record whenever it is wanted: nobody writes into it,
 * so it can neither be forgotten nor contradict what happened. Reading order: {@link
 * io.muster.core.document.IncidentDocument}, {@link io.muster.core.document.Sections}, {@link
 * io.muster.core.document.Markdown}. Knows what it says; where and how it is shown is decided
 * elsewhere.
 */
@NullMarked
package io.muster.core.document;

import org.jspecify.annotations.NullMarked;

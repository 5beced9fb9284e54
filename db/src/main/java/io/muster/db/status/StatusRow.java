package io.muster.db.status;

import io.muster.core.statuspage.Publication;

/**
 * An entry as the page shows it.
 *
 * @param key by what the public can tell the incident from others
 */
public record StatusRow(String key, Publication publication) {}

package io.muster.core.document;

/** What one room has to say in the document. */
interface Section {
    /** Its chapter; one without passages is left out. */
    Chapter of(Subject subject, Extent extent);
}

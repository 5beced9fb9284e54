package io.muster.app.story;

import org.junit.jupiter.api.Tag;

/**
 * Everything at its worst: 200 open incidents, words of 3,000 characters, 100 items on a checklist.
 */
@Tag("long")
class WorstGalleryStory extends Gallery {
    @Override
    GalleryWorld world() {
        return GalleryWorld.WORST;
    }
}

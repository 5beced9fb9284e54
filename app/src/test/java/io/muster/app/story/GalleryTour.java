package io.muster.app.story;

import io.muster.app.gallery.Shape;

import java.util.List;

/**
 * A walk past everything that Muster shows: one incident from its declaration to its post-mortem,
 * and whatever stands beside that way.
 */
final class GalleryTour {
    private final GalleryHands hands;

    GalleryTour(Story story, GalleryWorld world) {
        this.hands = new GalleryHands(story, world);
    }

    /** What was answered to presses. */
    List<Shape> answers() {
        return hands.explorer().answers();
    }

    /** Goes on where one leg fails, and fails at the end with all of them. */
    void go() {
        AssertionError all = new AssertionError("the tour through " + hands.world().name());
        GalleryBeginning beginning = new GalleryBeginning(hands);
        GalleryMiddle middle = new GalleryMiddle(hands);
        GalleryEnd end = new GalleryEnd(hands);
        List<Runnable> legs =
                List.of(
                        beginning::elsewhere,
                        beginning::declared,
                        beginning::triaged,
                        beginning::bareVerbs,
                        beginning::talk,
                        beginning::shortcuts,
                        middle::evidence,
                        middle::notices,
                        middle::duties,
                        middle::people,
                        middle::beside,
                        end::late,
                        end::over,
                        end::learnt,
                        end::home);
        for (Runnable leg : legs) {
            try {
                leg.run();
            } catch (RuntimeException | AssertionError e) {
                all.addSuppressed(e);
            }
        }
        if (all.getSuppressed().length > 0) {
            throw all;
        }
    }
}

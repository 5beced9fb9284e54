package io.muster.app.picture;

import java.util.ArrayList;
import java.util.List;

/** Numbers above an axis, pushed apart just so far that none covers another. */
final class Flags {
    private Flags() {}

    /** Neighbours that touch each other, and where the first of them stands. */
    private record Group(List<Double> wanted, double first) {}

    /**
     * Places for flags that would stand here; those that are pushed stand evenly around the place
     * that they wanted.
     *
     * @param wanted from left to right
     */
    static List<Double> apart(List<Double> wanted, double distance, double left, double right) {
        List<Group> groups = new ArrayList<>();
        for (double place : wanted) {
            Group group = group(List.of(place), distance, left, right);
            while (!groups.isEmpty() && touches(groups.getLast(), group, distance)) {
                List<Double> both = new ArrayList<>(groups.removeLast().wanted());
                both.addAll(group.wanted());
                group = group(both, distance, left, right);
            }
            groups.add(group);
        }
        List<Double> places = new ArrayList<>();
        for (Group group : groups) {
            for (int i = 0; i < group.wanted().size(); i++) {
                places.add(group.first() + i * distance);
            }
        }
        return places;
    }

    private static Group group(List<Double> wanted, double distance, double left, double right) {
        double middle = wanted.stream().mapToDouble(Double::doubleValue).average().orElse(left);
        double width = (wanted.size() - 1) * distance;
        double first = Math.max(left, Math.min(middle - width / 2, right - width));
        return new Group(wanted, first);
    }

    private static boolean touches(Group before, Group after, double distance) {
        return before.first() + before.wanted().size() * distance > after.first();
    }
}

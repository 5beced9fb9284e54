package io.muster.app.picture;

import java.util.Arrays;
import java.util.List;

/** Numbers above an axis, pushed apart just so far that none covers another. */
final class Flags {
    private Flags() {}

    /**
     * Places for flags that would stand here.
     *
     * @param wanted from left to right
     */
    static List<Double> apart(List<Double> wanted, double distance, double left, double right) {
        double[] places = wanted.stream().mapToDouble(Double::doubleValue).toArray();
        for (int i = 0; i < places.length; i++) {
            double least = i == 0 ? left : places[i - 1] + distance;
            places[i] = Math.max(places[i], least);
        }
        for (int i = places.length - 1; i >= 0; i--) {
            double most = i == places.length - 1 ? right : places[i + 1] - distance;
            places[i] = Math.min(places[i], most);
        }
        return Arrays.stream(places).boxed().toList();
    }
}

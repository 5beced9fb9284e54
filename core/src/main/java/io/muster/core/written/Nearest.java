package io.muster.core.written;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /**
     * "Did you mean …?" if something is near, else everything that there is, after {@code intro}.
     */
    public static String remedy(String word, Collection<String> known, String intro) {
        return find(word, known)
                .map(near -> "Did you mean `" + near + "`?")
                .orElseGet(() -> intro + " " + list(known) + ".");
    }

    /**
     * The known word that differs least, if it differs by few letters. Of a very short word only
     * the case may differ: {@code P9} is as near to {@code P1} as to any other.
     */
    public static Optional<String> find(String word, Collection<String> known) {
        String meant = word.toLowerCase(Locale.ROOT);
        int most = word.length() < 3 ? 0 : Math.min(3, word.length() / 3);
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= most)
                .filter(candidate -> distance(meant, candidate.toLowerCase(Locale.ROOT)) <= most)
                .min(
                        Comparator.comparingInt(
                                candidate -> distance(meant, candidate.toLowerCase(Locale.ROOT))));
    }

    /** The words in code quotes, with commas. */
    public static String list(Collection<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    /**
     * How many letters to add, drop, change or swap with their neighbour to turn one into the
     * other.
     */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1);
                least = Math.min(least, d[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                d[i][j] = swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
            }
        }
        return d[a.length()][b.length()];
    }
}

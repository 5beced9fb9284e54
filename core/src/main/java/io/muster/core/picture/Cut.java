package io.muster.core.picture;

import java.util.List;

/** Words beside a picture have a limit; what does not fit is left out whole, and that is said. */
final class Cut {
    /** The most characters that a chat takes with a picture. */
    static final int MOST = 1_000;

    private static final String REST = " The rest is in the message.";

    private Cut() {}

    /** As many of these sentences as fit after the first words. */
    static String sentences(String head, List<String> sentences) {
        StringBuilder text = new StringBuilder(atMost(head.strip()));
        for (int i = 0; i < sentences.size(); i++) {
            boolean last = i == sentences.size() - 1;
            int room = MOST - text.length() - 1 - (last ? 0 : REST.length());
            if (sentences.get(i).length() > room) {
                return text.append(REST).toString();
            }
            text.append(" ").append(sentences.get(i));
        }
        return text.toString();
    }

    /** Shortened, never in the middle of a character. */
    static String atMost(String words, int most) {
        if (words.length() <= most) {
            return words;
        }
        int end = most - 1;
        return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }

    private static String atMost(String head) {
        return atMost(head, MOST - REST.length());
    }
}

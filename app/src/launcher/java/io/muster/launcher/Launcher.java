package io.muster.launcher;

/** Placeholder. */
public final class Launcher {
    private Launcher() {}

    /** Placeholder. */
    public static void main(String[] args) throws Exception {
        Class.forName("io.muster.app.Main")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }
}

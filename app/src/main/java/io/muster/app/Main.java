package io.muster.app;

/** Placeholder. */
public final class Main {
    private Main() {}

    /** Placeholder. */
    public static void main(String[] args) {
        System.out.println("muster");
    }
}

package io.muster.app;

/** Muster cannot start, in words for whoever runs it. */
public final class StartProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With words that say what to do. */
    public StartProblem(String words) {
        super(words);
    }

    /** With words that say what to do, and what lies behind them. */
    public StartProblem(String words, Throwable cause) {
        super(words, cause);
    }
}

package io.muster.app.sandbox;

import java.util.function.Supplier;

/** One button of a {@link Control}; what it returns is shown for a moment. */
public record Choice(String label, Supplier<String> act) {}

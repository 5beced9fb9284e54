package io.muster.core.report;

/**
 * One chain of the record as far as it went: whoever keeps this line can show later that none of
 * its entries was changed, whatever was added since.
 *
 * @param name {@code INC-7}, {@code plan} or {@code alerts}
 * @param entries how many it had
 * @param head the hash of the last one, in hexadecimal; empty if it had none
 */
public record Chain(String name, int entries, String head) {
    /** As it is hashed with the others. */
    String line() {
        return name + " " + entries + " " + head + "\n";
    }
}

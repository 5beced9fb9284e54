package io.muster.app.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * From which network a request comes. What stands in {@code X-Forwarded-For} is believed only if it
 * was a proxy of our own that knocked, and then only the last entry, which that proxy wrote: all
 * others can be made up.
 */
final class Source {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private Source() {}

    /** The address; of IPv6 the network, for there everybody has a network full of addresses. */
    static String of(WebRequest request) {
        InetAddress peer = address(request.remote());
        boolean proxy =
                peer.isLoopbackAddress() || peer.isSiteLocalAddress() || isUniqueLocal(peer);
        String said = request.header("x-forwarded-for");
        String last = said.substring(said.lastIndexOf(',') + 1).strip();
        return network(proxy && NUMBER.matcher(last).matches() ? address(last) : peer);
    }

    private static boolean isUniqueLocal(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 16) {
            java.util.Arrays.fill(bytes, 8, 16, (byte) 0);
            try {
                return InetAddress.getByAddress(bytes).getHostAddress();
            } catch (UnknownHostException e) {
                throw new IllegalStateException("sixteen bytes are an address", e);
            }
        }
        return address.getHostAddress();
    }

    /** Numbers only: no name is ever looked up. */
    private static InetAddress address(String words) {
        try {
            return NUMBER.matcher(words).matches() && (words.contains(".") || words.contains(":"))
                    ? InetAddress.getByName(words)
                    : InetAddress.getLoopbackAddress();
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress();
        }
    }
}

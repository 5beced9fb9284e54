package io.muster.app.reach;

import okhttp3.Dns;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Looks names up and gives only addresses of the public Internet. The connection is made to what
 * was looked at here, so that a name cannot mean something else a moment later.
 */
public final class PublicAddresses implements Dns {
    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        List<InetAddress> addresses = Dns.SYSTEM.lookup(name);
        if (!addresses.stream().allMatch(PublicAddresses::isPublic)) {
            throw new NotPublic();
        }
        return addresses;
    }

    /** A number in an address is not looked up, so it is to be looked at before the call. */
    public static boolean isPrivateNumber(String host) {
        boolean number = host.contains(":") || host.matches("[0-9.]+");
        try {
            return number && !isPublic(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /** Whether this lies outside every network that is somebody's own. */
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address ignored -> isPublic(bytes[0] & 0xff, bytes[1] & 0xff);
            case Inet6Address ignored -> isPublicSix(bytes);
            default -> false;
        };
    }

    /** Beside the private ones: this network, shared space of providers, tests, and the future. */
    private static boolean isPublic(int first, int second) {
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 224 && !shared && !benchmark;
    }

    /** Global unicast, but none that wraps an address of version 4. */
    private static boolean isPublicSix(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return global && !sixToFour && !teredo;
    }

    /** The name leads into a network of somebody's own. */
    public static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotPublic() {
            super("its address lies in a private network");
        }
    }
}

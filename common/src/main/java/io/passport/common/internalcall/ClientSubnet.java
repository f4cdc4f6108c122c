package io.passport.common.internalcall;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The subnet of a client's address, as text for a key in Redis. Limits count by subnet. */
public final class ClientSubnet {

    private static final int IPV4_BITS = 32;
    private static final int SUBSCRIBER_IPV6_BITS = 64;
    private static final int GROUP_BITS = 16;

    private ClientSubnet() {}

    /**
     * The subnet of one subscriber: the IPv4 address itself, or the /64 network of an IPv6 address (RFC 6177), such as
     * {@code 2001:db8:0:7::/64}.
     *
     * @param address an IP address without brackets or scope; an empty one gives an empty subnet
     */
    public static String of(String address) {
        return of(address, IPV4_BITS, SUBSCRIBER_IPV6_BITS);
    }

    /**
     * The subnet of the given size: {@code 203.0.113.0/24}, {@code 2001:db8:0::/48}. An IPv4 address of all 32 bits has no
     * suffix.
     *
     * @param address an IP address without brackets or scope; an empty one gives an empty subnet
     * @param ipv4Bits the length of an IPv4 prefix, 1 to 32
     * @param ipv6Bits the length of an IPv6 prefix, 16 to 112, a multiple of 16
     * @throws IllegalArgumentException when the text is no IP address
     */
    public static String of(String address, int ipv4Bits, int ipv6Bits) {
        if (address.isEmpty()) {
            return "";
        }
        InetAddress literal = InetAddress.ofLiteral(address);
        return literal instanceof Inet4Address ? ipv4(literal, ipv4Bits) : ipv6(literal, ipv6Bits);
    }

    private static String ipv4(InetAddress address, int bits) {
        if (bits == IPV4_BITS) {
            return address.getHostAddress();
        }
        int network = ByteBuffer.wrap(address.getAddress()).getInt() & -1 << IPV4_BITS - bits;
        return "%d.%d.%d.%d/%d"
                .formatted(network >>> 24, network >>> 16 & 0xff, network >>> 8 & 0xff, network & 0xff, bits);
    }

    private static String ipv6(InetAddress address, int bits) {
        ShortBuffer groups = ByteBuffer.wrap(address.getAddress()).asShortBuffer();
        return IntStream.range(0, bits / GROUP_BITS)
                .mapToObj(i -> Integer.toHexString(Short.toUnsignedInt(groups.get(i))))
                .collect(Collectors.joining(":", "", "::/" + bits));
    }
}

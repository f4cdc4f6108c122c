package io.passport.common.internalcall;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is limited as one client. */
public final class ClientSubnet {

    private static final int NETWORK_BYTES = 8;

    private ClientSubnet() {}

    /**
     * The address itself, and of an IPv6 address the network, {@code 2001:db8:0:7::/64}, since every subscriber has all of
     * it (RFC 6177).
     *
     * @param address an IP address as text without brackets or scope; empty stays empty
     */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] network = Arrays.copyOf(InetAddress.ofLiteral(address).getAddress(), NETWORK_BYTES);
        ShortBuffer groups = ByteBuffer.wrap(network).asShortBuffer();
        return IntStream.range(0, groups.limit())
                .mapToObj(i -> Integer.toHexString(Short.toUnsignedInt(groups.get(i))))
                .collect(Collectors.joining(":", "", "::/64"));
    }
}

package io.passport.verify.smslimit;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;

/** The neighbourhood of an address: what one attacker can easily have all of. */
final class Network {

    private Network() {}

    /**
     * {@code 203.0.113.0/24} or, of IPv6, {@code 2001:db8:0::/48}, the most that a site usually gets (RFC 6177) and a tunnel
     * gives away; of no address, nothing.
     */
    static String of(String address) {
        if (address.isEmpty()) {
            return "";
        }
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        if (bytes.length == 4) {
            return "%d.%d.%d.0/24".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
        }
        ShortBuffer groups = ByteBuffer.wrap(bytes).asShortBuffer();
        return "%x:%x:%x::/48".formatted(groups.get(0), groups.get(1), groups.get(2));
    }
}

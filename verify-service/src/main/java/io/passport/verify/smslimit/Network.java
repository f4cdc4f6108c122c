package io.passport.verify.smslimit;

import io.passport.common.trust.ClientNetwork;
import java.net.InetAddress;

/** The neighbourhood of an address: what one attacker can easily have all of. */
final class Network {

    private Network() {}

    /** {@code 203.0.113.0/24} or, of IPv6, {@code 2001:db8:0:7::/64}; of no address, nothing. */
    static String of(String address) {
        if (address.isEmpty()) {
            return "";
        }
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        return bytes.length == 4
                ? "%d.%d.%d.0/24".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff)
                : ClientNetwork.of(address);
    }
}

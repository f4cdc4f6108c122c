package io.passport.common.internalcall;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.session.DeviceKey;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The calling service and the user it calls for: the header {@code X-Passport-Caller}, in the form
 * {@code <service>;user=<id>;session=<key>;ip=<address>;at=<ms>[;device=<key>]}. An unknown value is empty.
 *
 * @param service the calling process: {@code gateway}, {@code user-service}, …
 * @param user the signed-in user, if any
 * @param address the client's address, empty for a call without a client
 * @param at when the call was signed
 * @param device of the client's device cookie, null without one
 */
public record Caller(
        String service,
        @Nullable SignedInUser user,
        String address,
        Instant at,
        @Nullable DeviceKey device) {

    /** The header that carries it. */
    public static final String HEADER = "X-Passport-Caller";

    private static final Pattern FORM = Pattern.compile(
            "(?<service>[a-z-]+);user=(?<user>[0-9]{0,18});"
                    + "session=(?<session>[A-Za-z0-9_-]*);ip=(?<ip>[0-9A-Fa-f:.]*);at=(?<at>[0-9]{1,15})(?:;device=(?<device>[A-Za-z0-9_-]{43}))?");

    /** A service's own call, without a user, client address or device. */
    public static Caller service(String service, Instant at) {
        return new Caller(service, null, "", at, null);
    }

    /** Reads the header's value; empty when it does not have the form. The signature is not checked here. */
    static Optional<Caller> parse(String header) {
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String user = matcher.group("user");
        String device = matcher.group("device");
        return Optional.of(new Caller(
                matcher.group("service"),
                user.isEmpty() ? null : new SignedInUser(Long.parseLong(user), matcher.group("session")),
                matcher.group("ip"),
                Instant.ofEpochMilli(Long.parseLong(matcher.group("at"))),
                device == null ? null : new DeviceKey(device)));
    }

    /** The header's value. */
    public String header() {
        StringBuilder header = new StringBuilder(192)
                .append(service)
                .append(";user=")
                .append(user == null ? "" : user.id())
                .append(";session=")
                .append(user == null ? "" : user.session())
                .append(";ip=")
                .append(address)
                .append(";at=")
                .append(at.toEpochMilli());
        if (device != null) {
            header.append(";device=").append(device.digest());
        }
        return header.toString();
    }

    /**
     * The signed-in user.
     *
     * @throws ApiException {@code 4101} without a signed-in user
     */
    public SignedInUser signedIn() {
        if (user == null) {
            throw ApiException.of(ErrorCode.SESSIONERR);
        }
        return user;
    }

    /** The subnet that limits count as one client, see {@link ClientSubnet}. */
    public String network() {
        return ClientSubnet.of(address);
    }
}

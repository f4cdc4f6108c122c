package io.passport.emulators.aliyun;

import io.passport.emulators.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** A request with {@code x-acs-action}, and who sent it. */
record ApiCall(Request request) {

    /** How far the caller's clock may be off, and so how long a nonce counts, before and after. */
    static final Duration VALIDITY = Duration.ofMinutes(15);

    boolean isOne() {
        return request.path().equals("/") && request.header("x-acs-action").isPresent();
    }

    /** Checks who calls, as the vendor does. */
    void requireSignatureOf(Customer customer, Nonces nonces, Instant now) throws RefusedException {
        Authorization authorization =
                RefusedException.required(Authorization.of(request), Refusal.SIGNATURE_INCOMPLETE);
        RefusedException.unless(authorization.coversHeadersOf(request), Refusal.SIGNATURE_INCOMPLETE);
        RefusedException.unless(authorization.accessKeyId().equals(customer.accessKeyId()), Refusal.KEY_UNKNOWN);
        requireFresh(now);
        requireMatch(authorization, customer);
        String nonce = RefusedException.required(request.header("x-acs-signature-nonce"), Refusal.SIGNATURE_INCOMPLETE);
        RefusedException.unless(nonces.use(nonce, now), Refusal.NONCE_USED);
    }

    private void requireFresh(Instant now) throws RefusedException {
        String date = RefusedException.required(request.header("x-acs-date"), Refusal.SIGNATURE_INCOMPLETE);
        try {
            Duration off = Duration.between(Instant.parse(date), now).abs();
            RefusedException.unless(off.compareTo(VALIDITY) <= 0, Refusal.TIMESTAMP_EXPIRED);
        } catch (DateTimeException e) {
            throw new RefusedException(Refusal.TIMESTAMP_MALFORMED, "");
        }
    }

    private void requireMatch(Authorization authorization, Customer customer) throws RefusedException {
        String toSign = Signature.stringToSign(request, authorization);
        boolean sameBody = request.header("x-acs-content-sha256")
                .filter(Signature.sha256(request.body())::equals)
                .isPresent();
        RefusedException.unless(
                sameBody && matches(Signature.of(toSign, customer.accessKeySecret()), authorization.signature()),
                Refusal.SIGNATURE_WRONG,
                toSign);
    }

    private static boolean matches(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Checks what is called. */
    void requireAction(String action, String version) throws RefusedException {
        RefusedException.unless(
                request.header("x-acs-action").filter(action::equals).isPresent(), Refusal.ACTION_UNKNOWN);
        RefusedException.unless(
                request.header("x-acs-version").filter(version::equals).isPresent(), Refusal.VERSION_UNKNOWN);
    }

    /** A parameter that must be there. */
    String required(String parameter) throws RefusedException {
        return request.query(parameter)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new RefusedException(Refusal.PARAMETER_MISSING, parameter));
    }
}

package io.passport.emulators.aliyun;

import io.passport.emulators.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** A request with {@code x-acs-action}, and who sent it. */
record AliyunApiRequest(Request request) {

    /** How far the caller's clock may be off, and so how long a nonce counts, before and after. */
    static final Duration VALIDITY = Duration.ofMinutes(15);

    boolean isOne() {
        return request.path().equals("/") && request.header("x-acs-action").isPresent();
    }

    /** Checks who calls, as the vendor does. */
    void requireSignatureOf(AliyunAccount customer, NonceCache nonces, Instant now) throws AliyunApiException {
        Authorization authorization =
                AliyunApiException.required(Authorization.of(request), AliyunError.SIGNATURE_INCOMPLETE);
        AliyunApiException.unless(authorization.coversHeadersOf(request), AliyunError.SIGNATURE_INCOMPLETE);
        AliyunApiException.unless(authorization.accessKeyId().equals(customer.accessKeyId()), AliyunError.KEY_UNKNOWN);
        requireFresh(now);
        requireMatch(authorization, customer);
        String nonce =
                AliyunApiException.required(request.header("x-acs-signature-nonce"), AliyunError.SIGNATURE_INCOMPLETE);
        AliyunApiException.unless(nonces.use(nonce, now), AliyunError.NONCE_USED);
    }

    private void requireFresh(Instant now) throws AliyunApiException {
        String date = AliyunApiException.required(request.header("x-acs-date"), AliyunError.SIGNATURE_INCOMPLETE);
        try {
            Duration off = Duration.between(Instant.parse(date), now).abs();
            AliyunApiException.unless(off.compareTo(VALIDITY) <= 0, AliyunError.TIMESTAMP_EXPIRED);
        } catch (DateTimeException e) {
            throw new AliyunApiException(AliyunError.TIMESTAMP_MALFORMED, "");
        }
    }

    private void requireMatch(Authorization authorization, AliyunAccount customer) throws AliyunApiException {
        String toSign = Signature.stringToSign(request, authorization);
        boolean sameBody = request.header("x-acs-content-sha256")
                .filter(Signature.sha256(request.body())::equals)
                .isPresent();
        AliyunApiException.unless(
                sameBody && matches(Signature.of(toSign, customer.accessKeySecret()), authorization.signature()),
                AliyunError.SIGNATURE_WRONG,
                toSign);
    }

    private static boolean matches(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Checks what is called. */
    void requireAction(String action, String version) throws AliyunApiException {
        AliyunApiException.unless(
                request.header("x-acs-action").filter(action::equals).isPresent(), AliyunError.ACTION_UNKNOWN);
        AliyunApiException.unless(
                request.header("x-acs-version").filter(version::equals).isPresent(), AliyunError.VERSION_UNKNOWN);
    }

    /** A parameter that must be there. */
    String required(String parameter) throws AliyunApiException {
        return request.query(parameter)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new AliyunApiException(AliyunError.PARAMETER_MISSING, parameter));
    }
}

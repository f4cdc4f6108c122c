package io.passport.emulators.sms.aliyun;

import io.passport.emulators.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;

/** A request with {@code x-acs-action} and its signature. */
record AliyunApiRequest(Request request) {

    /** Maximum difference to the caller's clock, in both directions. A nonce is remembered twice as long. */
    static final Duration VALIDITY = Duration.ofMinutes(15);

    boolean hasAction() {
        return request.path().equals("/") && request.header("x-acs-action").isPresent();
    }

    /** Checks the signature and the timestamp, then marks the nonce as used. Fails with the first error, in Aliyun's codes. */
    void requireSignatureOf(AliyunAccount account, NonceCache nonces, Instant now) throws AliyunApiException {
        Authorization authorization =
                AliyunApiException.required(Authorization.of(request), AliyunError.SIGNATURE_INCOMPLETE);
        AliyunApiException.unless(authorization.coversHeadersOf(request), AliyunError.SIGNATURE_INCOMPLETE);
        AliyunApiException.unless(authorization.accessKeyId().equals(account.accessKeyId()), AliyunError.KEY_UNKNOWN);
        requireFresh(now);
        requireMatch(authorization, account);
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

    private void requireMatch(Authorization authorization, AliyunAccount account) throws AliyunApiException {
        String toSign = Signature.stringToSign(request, authorization);
        boolean sameBody = request.header("x-acs-content-sha256")
                .filter(DigestUtils.sha256Hex(request.body())::equals)
                .isPresent();
        AliyunApiException.unless(
                sameBody && matches(Signature.of(toSign, account.accessKeySecret()), authorization.signature()),
                AliyunError.SIGNATURE_WRONG,
                toSign);
    }

    private static boolean matches(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Checks action and version. */
    void requireAction(String action, String version) throws AliyunApiException {
        AliyunApiException.unless(
                request.header("x-acs-action").filter(action::equals).isPresent(), AliyunError.ACTION_UNKNOWN);
        AliyunApiException.unless(
                request.header("x-acs-version").filter(version::equals).isPresent(), AliyunError.VERSION_UNKNOWN);
    }

    /** Returns a parameter. Fails if it is missing or blank. */
    String required(String parameter) throws AliyunApiException {
        return request.query(parameter)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new AliyunApiException(AliyunError.PARAMETER_MISSING, parameter));
    }
}

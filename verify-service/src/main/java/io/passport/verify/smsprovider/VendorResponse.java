package io.passport.verify.smsprovider;

import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The result code in a vendor's response. The class of each vendor makes one for each response and returns its outcome. The
 * vendor's texts are never logged: they may quote the message.
 *
 * @param vendor the name of the vendor
 * @param code as the vendor sent it; each vendor has codes of its own
 */
public record VendorResponse(String vendor, String code) {

    private static final Logger LOG = LoggerFactory.getLogger(VendorResponse.class);

    /** @throws IllegalStateException when there is no code: the response did not come from the vendor's API */
    public static VendorResponse of(String vendor, JsonNode code) {
        if (!code.isString() || code.stringValue().isEmpty()) {
            throw new IllegalStateException("No result code in the response");
        }
        return new VendorResponse(vendor, code.stringValue());
    }

    /**
     * Throws on the codes of a failure inside the vendor.
     *
     * @param failures codes, or the beginnings of codes
     * @throws IllegalStateException when the code is one of these: the message may have been sent
     */
    public void throwOn(Set<String> failures) {
        if (failures.stream().anyMatch(code::startsWith)) {
            throw new IllegalStateException("The vendor failed: " + loggableCode());
        }
    }

    /** The outcome of a code for success. */
    public Delivery sent() {
        return new Delivery.Sent(vendor);
    }

    /** The outcome of a code that rejects the message. */
    public Delivery rejected(SmsMessage message) {
        LOG.warn("{} rejected {}: {}", vendor, message, loggableCode());
        return new Delivery.Failed(vendor, "rejected");
    }

    /** The outcome of a code that limits the number. */
    public Delivery limited(SmsMessage message, Duration retryAfter) {
        LOG.warn("{} limits {}: {}", vendor, message, loggableCode());
        return new Delivery.Limited(vendor, retryAfter);
    }

    private String loggableCode() {
        return code.matches("[A-Za-z][A-Za-z._]{1,80}|[0-9]{5,6}") ? code : "a code of unknown form";
    }
}

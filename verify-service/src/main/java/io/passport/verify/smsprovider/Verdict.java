package io.passport.verify.smsprovider;

import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * What a vendor answered, read from its code. The vendor's texts are never logged: they may quote the message.
 *
 * @param vendor who answered
 * @param code the vendor's
 */
record Verdict(Vendor vendor, String code) {

    private static final Logger LOG = LoggerFactory.getLogger(Verdict.class);

    /** @throws IllegalStateException when there is no code: then it is not the vendor's answer */
    static Verdict of(Vendor vendor, JsonNode code) {
        if (!code.isString() || code.stringValue().isEmpty()) {
            throw new IllegalStateException("No code in the answer");
        }
        return new Verdict(vendor, code.stringValue());
    }

    /**
     * Counts as a failure what the vendor says when something of its own failed.
     *
     * @throws IllegalStateException then, since nobody knows what it did before
     */
    void requireNoneOf(Set<String> failures) {
        if (failures.stream().anyMatch(code::startsWith)) {
            throw new IllegalStateException("The vendor failed: " + loggableCode());
        }
    }

    Delivery taken() {
        return new Delivery.Taken(vendor.label());
    }

    Delivery refused(SmsMessage message) {
        LOG.warn("{} refused {}: {}", vendor.label(), message, loggableCode());
        return new Delivery.NotTaken(vendor.label(), "refused");
    }

    Delivery limited(SmsMessage message, Duration wait) {
        LOG.warn("{} limits {}: {}", vendor.label(), message, loggableCode());
        return new Delivery.Limited(vendor.label(), wait);
    }

    private String loggableCode() {
        return code.matches("[A-Za-z][A-Za-z._]{1,80}|[0-9]{5,6}") ? code : "no code of theirs";
    }
}

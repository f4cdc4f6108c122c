package io.passport.verify.smsledger;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the SMS ledger. A wrong value ends the start with an {@link IllegalArgumentException} that names the setting.
 *
 * @param prices yuan for a message, by vendor
 * @param defaultPrice yuan for a message, for vendors without a price
 * @param retention how long an hour stays in the database
 */
@ConfigurationProperties("passport.sms-ledger")
record SmsLedgerProperties(
        @DefaultValue Map<String, BigDecimal> prices,
        @DefaultValue("0.045") BigDecimal defaultPrice,
        @DefaultValue("90d") Duration retention) {

    private static final int MICROS = 6;

    SmsLedgerProperties {
        if (defaultPrice.signum() < 0 || prices.values().stream().anyMatch(price -> price.signum() < 0)) {
            throw new IllegalArgumentException("passport.sms-ledger: a price must not be negative");
        }
        if (!retention.isPositive()) {
            throw new IllegalArgumentException("passport.sms-ledger.retention must be positive");
        }
        prices = Map.copyOf(prices);
    }

    /** The estimated cost of this amount in millionths of a yuan; 0 for events that are not paid. */
    long costOf(LedgerKey key, long amount) {
        if (!key.event().isPaid()) {
            return 0;
        }
        BigDecimal price = prices.getOrDefault(key.detail(), defaultPrice);
        return price.multiply(BigDecimal.valueOf(amount)).movePointRight(MICROS).longValue();
    }
}

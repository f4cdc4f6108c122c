package io.passport.verify.smsledger;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ledger of messages.
 *
 * @param prices yuan a message, by provider; what a provider without one costs is estimated by {@code defaultPrice}
 * @param defaultPrice yuan a message
 * @param keptFor how long an hour stays in the database
 */
@ConfigurationProperties("passport.sms-ledger")
record SmsLedgerSettings(
        @DefaultValue Map<String, BigDecimal> prices,
        @DefaultValue("0.045") BigDecimal defaultPrice,
        @DefaultValue("90d") Duration keptFor) {

    private static final int MICROS = 6;

    SmsLedgerSettings {
        if (defaultPrice.signum() < 0 || prices.values().stream().anyMatch(price -> price.signum() < 0)) {
            throw new IllegalArgumentException("passport.sms-ledger: a price is not negative");
        }
        if (!keptFor.isPositive()) {
            throw new IllegalArgumentException("passport.sms-ledger.kept-for must be positive");
        }
        prices = Map.copyOf(prices);
    }

    /** In millionths of a yuan. */
    long costOf(Entry entry, long amount) {
        if (!entry.event().isPaid()) {
            return 0;
        }
        BigDecimal price = prices.getOrDefault(entry.detail(), defaultPrice);
        return price.multiply(BigDecimal.valueOf(amount)).movePointRight(MICROS).longValue();
    }
}

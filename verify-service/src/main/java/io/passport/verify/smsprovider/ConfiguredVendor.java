package io.passport.verify.smsprovider;

import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.passport.common.timeout.Timeout;
import io.passport.common.timeout.TimeoutBudget;

/**
 * A vendor that sends, with its account.
 *
 * @param name of the vendor
 * @param weight of being tried first
 * @param account bound from {@code passport.<name>}
 * @param timeLimit of its circuit breaker
 */
record ConfiguredVendor(String name, int weight, VendorAccount account, Timeout timeLimit) {

    static ConfiguredVendor of(WeightedVendor vendor, VendorAccount account, TimeLimiterRegistry limits) {
        return new ConfiguredVendor(
                vendor.vendor(), vendor.weight(), account, Timeout.ofBreaker(vendor.vendor(), limits));
    }

    /**
     * Checks that an attempt ends in time, and that a failed connection leaves time for any other vendor. Called at start-up.
     *
     * @throws IllegalStateException naming the settings that do not fit together; then the service does not start
     */
    void check(Timeout sending, Iterable<ConfiguredVendor> all) {
        Timeout connect = Timeout.of("passport." + name + ".connect-timeout", account.connectTimeout());
        Timeout attempt = Timeout.of("passport." + name + ".timeout", account.timeout());
        TimeoutBudget.check(connect, attempt, timeLimit, sending);
        for (ConfiguredVendor other : all) {
            if (!other.equals(this)) {
                TimeoutBudget.check(Timeout.sum(connect, other.timeLimit), sending);
            }
        }
    }
}

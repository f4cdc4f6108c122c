package io.passport.verify.smsprovider;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The vendors that {@code META-INF/spring.factories} lists. They are no beans: the start-up checks run before any bean. */
record SmsVendors(List<SmsVendor> all) {

    static SmsVendors load() {
        return new SmsVendors(SpringFactoriesLoader.forDefaultResourceLocation(SmsVendors.class.getClassLoader())
                .load(SmsVendor.class));
    }

    Optional<SmsVendor> find(String name) {
        return all.stream().filter(vendor -> vendor.name().equals(name)).findFirst();
    }

    /** @throws IllegalArgumentException listing the known names, when no vendor has this one */
    SmsVendor require(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("passport.sms.providers: unknown vendor %s, known are %s"
                                .formatted(
                                        name, all.stream().map(SmsVendor::name).collect(Collectors.joining(", ")))));
    }
}

package io.passport.verify.smsprovider;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whom we can send by. Settings, breakers and deliveries have the name in lower case. */
enum Vendor {
    YUNTONGXUN(YuntongxunSettings.class),
    ALIYUN(AliyunSettings.class),
    TENCENT(TencentSettings.class);

    private final Class<? extends Account> account;

    Vendor(Class<? extends Account> account) {
        this.account = account;
    }

    /** What an account with this vendor is, bound from {@code passport.<label>}. */
    Class<? extends Account> account() {
        return account;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The vendor of this name.
     *
     * @throws IllegalArgumentException that lists the names there are
     */
    static Vendor of(String label) {
        return Arrays.stream(values())
                .filter(vendor -> vendor.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("passport.sms.providers: there is no %s, only %s"
                        .formatted(
                                label,
                                Arrays.stream(values()).map(Vendor::label).collect(Collectors.joining(", ")))));
    }
}

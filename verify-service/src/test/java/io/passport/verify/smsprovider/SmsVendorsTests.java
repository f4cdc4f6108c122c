package io.passport.verify.smsprovider;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SmsVendorsTests {

    private final List<SmsVendor> vendors = SmsVendors.load().all();

    @Test
    void loadWhenCalledThenFindsEveryVendorOnce() {
        assertThat(vendors).extracting(SmsVendor::name).containsExactlyInAnyOrder("aliyun", "tencent", "yuntongxun");
    }

    /** The start-up check would otherwise ask for a setting that is not used. */
    @Test
    void credentialsWhenListedThenAreSettingsOfTheAccount() {
        assertThat(vendors).allSatisfy(vendor -> assertThat(settingsOf(vendor)).containsAll(vendor.credentials()));
    }

    private static List<String> settingsOf(SmsVendor vendor) {
        return Arrays.stream(vendor.accountType().getRecordComponents())
                .map(RecordComponent::getName)
                .map(SmsVendorsTests::dashed)
                .toList();
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}

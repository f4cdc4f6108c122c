package io.passport.verify.smsprovider.tencent;

import io.passport.verify.smsprovider.SmsVendor;
import io.passport.verify.smsprovider.VendorAccount;
import java.util.List;

/** Tencent Cloud's SMS service. */
final class TencentVendor implements SmsVendor {

    static final String NAME = "tencent";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> credentials() {
        return List.of("secret-id", "secret-key");
    }

    @Override
    public Class<? extends VendorAccount> accountType() {
        return TencentProperties.class;
    }
}

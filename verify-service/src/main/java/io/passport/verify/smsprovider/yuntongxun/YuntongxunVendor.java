package io.passport.verify.smsprovider.yuntongxun;

import io.passport.verify.smsprovider.SmsVendor;
import io.passport.verify.smsprovider.VendorAccount;
import java.util.List;

/** Yuntongxun, also known as Cloopen. */
final class YuntongxunVendor implements SmsVendor {

    static final String NAME = "yuntongxun";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> credentials() {
        return List.of("account-sid", "auth-token", "app-id");
    }

    @Override
    public Class<? extends VendorAccount> accountType() {
        return YuntongxunProperties.class;
    }
}

package io.passport.verify.smsprovider.aliyun;

import io.passport.verify.smsprovider.SmsVendor;
import io.passport.verify.smsprovider.VendorAccount;
import java.util.List;

/** Alibaba Cloud's SMS service. */
final class AliyunVendor implements SmsVendor {

    static final String NAME = "aliyun";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> credentials() {
        return List.of("access-key-id", "access-key-secret");
    }

    @Override
    public Class<? extends VendorAccount> accountType() {
        return AliyunProperties.class;
    }
}

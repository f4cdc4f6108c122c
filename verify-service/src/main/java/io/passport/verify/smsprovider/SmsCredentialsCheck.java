package io.passport.verify.smsprovider;

import io.passport.common.startupcheck.Finding;
import io.passport.common.startupcheck.Secret;
import io.passport.common.startupcheck.StartupCheck;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** Checks the credentials of the vendors in {@code passport.sms.providers}. An unknown vendor fails later, when it is wired. */
final class SmsCredentialsCheck implements StartupCheck {

    private final SmsVendors vendors = SmsVendors.load();

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        return Binder.get(environment).bindOrCreate(SmsProperties.PREFIX, SmsProperties.class).providers().stream()
                .flatMap(provider -> vendors.find(provider.vendor()).stream())
                .flatMap(vendor ->
                        vendor.credentials().stream().map(credential -> "passport." + vendor.name() + "." + credential))
                .flatMap(setting -> Secret.credential(setting).findings(environment));
    }
}

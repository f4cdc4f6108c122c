package io.passport.verify.smsprovider;

import java.util.List;

/**
 * A vendor that can send SMS. To add one: a subpackage with an implementation of this interface, its line in
 * {@code META-INF/spring.factories}, and the settings {@code passport.<name>}.
 */
public interface SmsVendor {

    /**
     * In lower case, such as {@code aliyun}. It names the vendor in {@code passport.sms.providers}, in the prefix of its
     * settings, in metrics, and its instances of Resilience4j.
     */
    String name();

    /** The settings below {@code passport.<name>} that are credentials. They are checked at start-up if the vendor is used. */
    List<String> credentials();

    /**
     * The record that the settings {@code passport.<name>} are bound to. Its constructor throws when a required one is
     * missing.
     */
    Class<? extends VendorAccount> accountType();
}

package io.passport.emulators;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.netty.buffer.ByteBuf;
import io.passport.emulators.inbox.InboxPage;
import io.passport.emulators.sms.aliyun.AliyunUsingYuntongxun;
import io.passport.emulators.sms.yuntongxun.YuntongxunSms;
import org.junit.jupiter.api.Test;

/** Each rule of {@link ArchitectureTests} finds a class that breaks it. */
class ArchitectureRulesTests {

    @Test
    void checkWhenAVendorUsesAnotherThenTheRuleFails() {
        assertFails(ArchitectureTests.smsVendorsDoNotUseEachOther, AliyunUsingYuntongxun.class, YuntongxunSms.class);
    }

    @Test
    void checkWhenAnSmsVendorUsesTheInboxPageThenTheRuleFails() {
        assertFails(
                ArchitectureTests.packagesUseOnlyThePackagesNamedHere, AliyunUsingYuntongxun.class, InboxPage.class);
    }

    @Test
    void checkWhenNettyIsUsedOutsideHttpThenTheRuleFails() {
        assertFails(ArchitectureTests.onlyHttpUsesNetty, UsesNetty.class);
    }

    private static void assertFails(ArchRule rule, Class<?>... violators) {
        var classes = new ClassFileImporter().importClasses(violators);
        assertThatThrownBy(() -> rule.allowEmptyShould(true).check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violators[0].getSimpleName());
    }

    interface UsesNetty {
        ByteBuf buffer();
    }
}

package io.passport.media;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.passport.media", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.passport.media.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheStorageKnowsQiniu = noClasses()
            .that()
            .resideOutsideOfPackage("io.passport.media.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.qiniu..");

    @ArchTest
    static final ArchRule onlyThePicturesAreDecoded = noClasses()
            .that()
            .resideOutsideOfPackage("io.passport.media.picture..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.imageio..", "java.awt..", "com.twelvemonkeys..", "net.coobird..");

    @ArchTest
    static final ArchRule whatIsBelowKnowsNothingOfAvatars = noClasses()
            .that()
            .resideInAnyPackage("..picture..", "..storage..", "..outgoing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.passport.media.avatar..");

    @ArchTest
    static final ArchRule itKnowsNoOtherService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.passport.gateway..", "io.passport.verify..", "io.passport.user..");
}

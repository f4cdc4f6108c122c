package io.passport.media;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.passport.media", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    /** Which feature may use which. */
    @ArchTest
    static final ArchRule featuresUseOnlyTheFeaturesNamedHere = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("avatar")
            .definedBy("io.passport.media.avatar..")
            .layer("picture")
            .definedBy("io.passport.media.picture..")
            .layer("storage")
            .definedBy("io.passport.media.storage..")
            .whereLayer("avatar")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("picture")
            .mayOnlyBeAccessedByLayers("avatar")
            .whereLayer("storage")
            .mayOnlyBeAccessedByLayers("avatar");

    @ArchTest
    static final ArchRule onlyItsOwnPackageUsesQiniu = noClasses()
            .that()
            .resideOutsideOfPackage("io.passport.media.storage.qiniu..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.qiniu..");

    @ArchTest
    static final ArchRule onlyPictureDecodes = noClasses()
            .that()
            .resideOutsideOfPackage("io.passport.media.picture..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.imageio..", "java.awt..", "com.twelvemonkeys..", "net.coobird..");
}

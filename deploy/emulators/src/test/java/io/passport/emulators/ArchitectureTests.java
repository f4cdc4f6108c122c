package io.passport.emulators;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.passport.emulators", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    /** Which package may use which. */
    @ArchTest
    static final ArchRule packagesUseOnlyThePackagesNamedHere = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("start")
            .definedBy("io.passport.emulators")
            .layer("inbox")
            .definedBy("io.passport.emulators.inbox..")
            .layer("sms vendors")
            .definedBy("io.passport.emulators.sms.*..")
            .layer("idcheck")
            .definedBy("io.passport.emulators.idcheck..")
            .layer("qiniu")
            .definedBy("io.passport.emulators.qiniu..")
            .layer("tencentcloud")
            .definedBy("io.passport.emulators.tencentcloud..")
            .layer("sms")
            .definedBy("io.passport.emulators.sms")
            .layer("faults")
            .definedBy("io.passport.emulators.faults..")
            .layer("http")
            .definedBy("io.passport.emulators.http..")
            .whereLayer("start")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("inbox")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("sms vendors")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("idcheck")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("qiniu")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("tencentcloud")
            .mayOnlyBeAccessedByLayers("sms vendors", "idcheck")
            .whereLayer("sms")
            .mayOnlyBeAccessedByLayers("start", "inbox", "sms vendors")
            .whereLayer("faults")
            .mayOnlyBeAccessedByLayers("start", "sms vendors", "sms", "idcheck", "qiniu")
            .whereLayer("http")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule smsVendorsDoNotUseEachOther =
            slices().matching("io.passport.emulators.sms.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule onlyHttpUsesNetty = noClasses()
            .that(not(resideInAPackage("io.passport.emulators.http..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.netty.."));
}

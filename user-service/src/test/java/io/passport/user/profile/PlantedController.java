package io.passport.user.profile;

import org.springframework.web.bind.annotation.RestController;

/** Breaks a rule of {@code ArchitectureTests}; abstract, so that no application context creates it. */
@RestController
public abstract class PlantedController {}

package fi.tiski.architecture.upward.surface;

import org.jooq.DSLContext;
import org.springframework.transaction.annotation.Transactional;

@Transactional
public record Touched(DSLContext database) {}

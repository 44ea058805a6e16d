package org.carme.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;

/** How accelerator types are called and shown, everywhere. */
@ApplicationScoped
public class AcceleratorTypes {
    private static final String KIND = "accelerator-type";

    @Inject
    InventoryRepository repository;

    @Inject
    AuditService audit;

    /** @return as it is now; a caller that shows many types asks once */
    @Transactional
    public DescribedTypes described() {
        return new DescribedTypes(
                repository.types().stream().map(AcceleratorTypeRow::type).toList());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    AcceleratorType describe(String admin, AcceleratorType wanted) {
        AcceleratorTypeRow row = repository.lockType(wanted.name()).orElse(null);
        AcceleratorType before = row == null ? AcceleratorType.undescribed(wanted.name()) : row.type();
        if (before.version() != wanted.version()) {
            throw audit.changedMeanwhile(KIND, wanted.name());
        }
        if (before.equals(wanted)) {
            return before;
        }
        AcceleratorTypeRow kept = row == null ? new AcceleratorTypeRow(wanted) : row;
        if (row == null) {
            repository.add(kept);
        } else {
            kept.describe(wanted);
        }
        repository.flush();
        audit.record(new AuditEvent(
                AuditAction.ACCELERATOR_TYPE_CHANGED,
                admin,
                "",
                new AuditObject(KIND, wanted.name(), wanted.title()),
                words(before) + " → " + words(wanted)));
        return kept.type();
    }

    private static String words(AcceleratorType type) {
        return type.title() + " " + type.colour() + " " + type.kind();
    }
}

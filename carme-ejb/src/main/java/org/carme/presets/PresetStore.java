package org.carme.presets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.carme.common.InvalidRequestException;

/** The transactions behind {@link PresetService}. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class PresetStore {
    @Inject
    PresetRepository presets;

    void save(String user, Preset preset) {
        Optional<PresetRow> kept = presets.find(user, preset.title());
        if (kept.isPresent()) {
            kept.get().become(preset);
            return;
        }
        presets.lockNew();
        if (presets.of(user).size() >= PresetRules.MOST) {
            throw new InvalidRequestException("invalid-request.presets", PresetRules.MOST);
        }
        presets.add(new PresetRow(user, preset));
    }

    void remove(String user, String title) {
        presets.find(user, title).ifPresent(presets::remove);
    }

    List<Preset> of(String user) {
        return presets.of(user).stream().map(PresetRow::preset).toList();
    }
}

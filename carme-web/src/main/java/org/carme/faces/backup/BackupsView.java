package org.carme.faces.backup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.backup.Backup;
import org.carme.backup.BackupPicture;
import org.carme.backup.BackupService;
import org.carme.backup.LastBackup;
import org.carme.faces.layout.Texts;
import org.carme.web.security.CurrentUser;

/** Backs {@code WEB-INF/backups.xhtml} of the system page. */
@Named
@RequestScoped
public class BackupsView {
    private static final int SHOWN = 5;
    private static final double MEGA = 1_000_000;

    @Inject
    BackupService backups;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private BackupPicture picture;

    @PostConstruct
    void look() {
        picture = backups.look(currentUser.getName());
    }

    public boolean isOn() {
        return backups.areOn();
    }

    /** @return whether the folder has told what is in it */
    public boolean isAnswering() {
        return picture.answers();
    }

    /** @return the newest backup of all instances if another one has it, else null */
    public LastBackup getElsewhere() {
        return picture.last().filter(LastBackup::isElsewhere).orElse(null);
    }

    /** @return the newest of them */
    public List<Backup> getNewest() {
        return picture.here().stream().limit(SHOWN).toList();
    }

    /** @return how many there are beside the newest */
    public int getOthers() {
        return Math.max(0, picture.here().size() - SHOWN);
    }

    public String size(Backup backup) {
        return texts.text("system.backup.megabytes", backup.bytes() / MEGA);
    }

    public void start() {
        backups.start(currentUser.getName());
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.text("system.backup.begins")));
    }
}

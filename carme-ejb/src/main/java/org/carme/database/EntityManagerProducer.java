package org.carme.database;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The repositories' way to the database. The container looks for the persistence unit when an entity manager is first
 * used, and then in the module of the caller: in an EAR, the pages and the batch jobs would not find it. A call of this
 * enterprise bean is always in the right module. It is no singleton: the container makes those one at a time, and a
 * thread that makes a repository would wait for one that waits for the repository.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class EntityManagerProducer {
    @PersistenceContext(unitName = "carme")
    private EntityManager entityManager;

    /** @return works in the transaction of whoever uses it, from any thread */
    @Produces
    public EntityManager entityManager() {
        entityManager.getEntityManagerFactory();
        return entityManager;
    }
}

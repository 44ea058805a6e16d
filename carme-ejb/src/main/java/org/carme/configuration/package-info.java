/**
 * What administrators configure in the portal, as one YAML file: to keep it in version control and to bring it to another
 * portal. What stands in the file is the business of the features ({@link
 * org.carme.configuration.ConfigurationSection}); reading, comparing and applying it is done here, for all alike.
 */
package org.carme.configuration;

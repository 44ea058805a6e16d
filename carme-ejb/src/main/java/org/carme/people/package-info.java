/**
 * What administrators see and do about people and groups, and what everybody may know about himself. What is kept about
 * somebody is told by the features that keep it ({@link org.carme.users.PersonalData}); only since when the directory
 * does not know him any more is kept here.
 */
package org.carme.people;

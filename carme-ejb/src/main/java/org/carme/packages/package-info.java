/** What is inside images: their packages, searched and compared (I4). */
package org.carme.packages;

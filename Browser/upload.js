// Prumo

#pragma once
int prumo_transfer_version(void);

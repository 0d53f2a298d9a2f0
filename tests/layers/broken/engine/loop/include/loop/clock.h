#pragma once
#include "script/value.h"

import type { Profile } from './profile.ts';
import { uhm } from './uhm.ts';

export const PROFILE_NAMES = ['uhm'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];
export const isProfileName = (text: string): text is ProfileName =>
  (PROFILE_NAMES as readonly string[]).includes(text);

export const PROFILES: Readonly<Record<ProfileName, Profile>> = { uhm };

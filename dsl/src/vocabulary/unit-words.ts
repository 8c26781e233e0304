import type { Tier, UnitKind } from '#engine';
import type { ConceptId } from './concepts.js';

/** Word for each kind of unit. */
export const KIND_CONCEPTS: Readonly<Record<UnitKind, ConceptId>> = {
  'peoples-committee': 'PEOPLES_COMMITTEE',
  'professional-agency': 'PROFESSIONAL_AGENCY',
  chair: 'CHAIR',
  police: 'POLICE',
  court: 'COURT',
  'social-insurance': 'SOCIAL_INSURANCE',
  electricity: 'ELECTRICITY',
  broadcaster: 'BROADCASTER',
  'service-centre': 'SERVICE_CENTRE',
  'mass-organisation': 'MASS_ORGANISATION',
  'hamlet-leader': 'HAMLET_LEADER',
  'residential-group-leader': 'GROUP_LEADER',
  'civil-servant': 'CIVIL_SERVANT',
  school: 'SCHOOL',
  enterprise: 'ENTERPRISE',
  military: 'MILITARY',
  'fatherland-front': 'FATHERLAND_FRONT',
  'party-committee': 'PARTY_COMMITTEE',
};

/** Word for each tier. */
export const TIER_CONCEPTS: Readonly<Record<Tier, ConceptId>> = {
  central: 'CENTRAL',
  province: 'PROVINCE',
  district: 'DISTRICT',
  commune: 'COMMUNE',
  hamlet: 'HAMLET',
};

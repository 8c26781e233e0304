/** Made by `node dist/test/web/make-api-types.js` from the description of the API. Not to be edited. */

export interface paths {
    readonly "/api/v1/rules/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Rules.check"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/surroundings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Rules.surroundings"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Rules.preview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Rules.publish"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rules/{hash}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Rules.one"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Plans.list"];
        readonly put?: never;
        readonly post: operations["Plans.issue"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/cascade": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Plans.cascade"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/progress": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Plans.progress"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/late-list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Plans.lateList"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["UnitPlans.one"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/draft": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["UnitPlans.draft"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/receive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["UnitPlans.receive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/own-plan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["UnitPlans.issueOwnPlan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Items.history"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/receive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Items.receive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Items.start"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Items.submit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Items.accept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Items.sendBack"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/extend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Items.extend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/calendars": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Calendars.list"];
        readonly put?: never;
        readonly post: operations["Calendars.publish"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/completeness": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Completeness.table"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Completeness.tasks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/missing-reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Completeness.missing"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/steps-taken": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Completeness.stepsTaken"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/trend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Trend.trend"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit/checkpoint": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Audit.checkpoint"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit/as-of/plans/{plan}/progress": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["AuditAsOf.progress"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit/as-of/plans/{plan}/late-list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["AuditAsOf.lateList"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit/changes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["AuditChanges.page"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit/changes/outline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["AuditChanges.outline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit/changes/place": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["AuditChanges.place"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit/proofs/event": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["AuditExport.event"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["AuditExport.export"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit/recompute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["AuditRecompute.recompute"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit/what-if": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["AuditWhatIf.ask"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit/why": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["AuditWhy.why"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit/why-not": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["AuditWhy.whyNot"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/deliveries/dead": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Deliveries.dead"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/deliveries/{delivery}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Deliveries.retry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/deliveries/{delivery}/discard": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Deliveries.discard"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/operations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Operations.now"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/operations/stuck": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Operations.stuck"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/operations/stuck/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Operations.retry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/organisation/units": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Organisation.units"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/organisation/changes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Organisation.changes"];
        readonly put?: never;
        readonly post: operations["Organisation.change"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/organisation/changes/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Organisation.preview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/extension-request": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["ExtensionRequests.askItem"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/items/{item}/refuse-extension": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["ExtensionRequests.refuseItem"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/reports/{report}/extension-request": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["ExtensionRequests.askReport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/reports/{report}/refuse-extension": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["ExtensionRequests.refuseReport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/reports/{report}/submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Reports.submit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/reports/{report}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Reports.accept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/reports/{report}/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Reports.sendBack"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plans/{plan}/units/{unit}/reports/{report}/extend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Reports.extend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/units": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Units.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/units/{unit}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Units.one"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/units/{unit}/desk": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Units.desk"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/items": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Lists.items"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Lists.reports"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Lists.events"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/stream": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Changes.follow"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Session.one"];
        readonly put?: never;
        readonly post: operations["Session.signIn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/why": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Session.why"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Session.sessions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/list/{session}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Session.endOne"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Users.list"];
        readonly put?: never;
        readonly post: operations["Users.add"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/names": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Users.names"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/users/{user}/grants": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Users.grant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/users/{user}/grants/{grant}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Users.revoke"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/users/{user}/block": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Users.block"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/users/{user}/unblock": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Users.unblock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/users/{user}/link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Users.link"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/users/{user}/clear-second-factor": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Users.clearSecondFactor"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/delegations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["Users.loans"];
        readonly put?: never;
        readonly post: operations["Users.lend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/delegations/{delegation}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["Users.endLoan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly BilingualDto: {
            readonly vi: string;
            readonly en: string;
        };
        readonly RulesTextBody: {
            readonly text: string;
        };
        readonly PlaceDto: {
            readonly start: number;
            readonly end: number;
            readonly line: number;
            readonly column: number;
        };
        readonly DiagnosticDto: {
            readonly code: string;
            /** @enum {string} */
            readonly severity: "error" | "warning" | "info";
            readonly place: components["schemas"]["PlaceDto"];
            readonly message: components["schemas"]["BilingualDto"];
            readonly hint: components["schemas"]["BilingualDto"] | null;
        };
        readonly CheckDto: {
            readonly valid: boolean;
            readonly hash: string;
            /** @enum {string} */
            readonly language: "vi" | "en";
            readonly diagnostics: readonly components["schemas"]["DiagnosticDto"][];
        };
        readonly DirectoryDto: {
            /** Format: date */
            readonly date: string;
            readonly version: string;
            readonly units: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        readonly SurroundingsDto: {
            /** Format: date */
            readonly today: string;
            readonly directory: components["schemas"]["DirectoryDto"];
            readonly calendar: {
                readonly [key: string]: unknown;
            };
            readonly above: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        readonly UnitDto: {
            readonly id: string;
            readonly name: string;
            readonly tier: string;
            readonly kind: string;
            readonly superior: string | null;
        };
        readonly PreviewUnitDto: {
            readonly unit: components["schemas"]["UnitDto"];
            /** @enum {string} */
            readonly change: "derived" | "replaced";
            readonly provisional: boolean;
            readonly items: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly reports: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly duties: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly moved: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly withdrawn: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        readonly PreviewPageDto: {
            readonly items: readonly components["schemas"]["PreviewUnitDto"][];
            readonly next: string | null;
        };
        readonly PreviewDto: {
            readonly hash: string;
            readonly plan: string;
            readonly diagnostics: readonly components["schemas"]["DiagnosticDto"][];
            readonly derived: number;
            readonly replaced: number;
            readonly items: number;
            readonly reports: number;
            readonly duties: number;
            readonly byTier: {
                readonly [key: string]: {
                    readonly [key: string]: number;
                };
            };
            readonly byDeadlineKind: {
                readonly [key: string]: number;
            };
            readonly dueByDay: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly open: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly units: components["schemas"]["PreviewPageDto"];
        };
        readonly PublishRulesBody: {
            readonly text: string;
            readonly actor: string;
        };
        readonly PublicationDto: {
            readonly hash: string;
            readonly diagnostics: readonly components["schemas"]["DiagnosticDto"][];
            readonly position: number;
        };
        readonly RulesDto: {
            readonly hash: string;
            readonly text: string;
            readonly rules: {
                readonly [key: string]: unknown;
            };
        };
        readonly PlanDto: {
            readonly id: string;
            readonly root: string;
            readonly parent: string | null;
            readonly number: string;
            readonly issuer: components["schemas"]["UnitDto"];
            /** Format: date */
            readonly issuedOn: string;
            readonly title: string;
            readonly rules: string;
            /** @enum {string} */
            readonly status: "issued" | "cascaded" | "replaced" | "repealed" | "withdrawn";
            readonly unitPlans: number;
        };
        readonly PlanPageDto: {
            readonly items: readonly components["schemas"]["PlanDto"][];
            readonly next: string | null;
        };
        readonly IssuePlanBody: {
            readonly rules: string;
            readonly actor: string;
        };
        readonly IssuedDto: {
            readonly plan: string;
            readonly position: number;
            readonly derived: number;
            readonly replaced: number;
            readonly items: number;
            readonly reports: number;
        };
        readonly CountsDto: {
            readonly total: number;
            readonly onTime: number;
            readonly late: number;
            readonly overdue: number;
            readonly open: number;
        };
        readonly CascadeNodeDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly source: string | null;
            readonly provisional: boolean;
            readonly ownPlan: string | null;
            readonly items: components["schemas"]["CountsDto"];
            readonly reports: components["schemas"]["CountsDto"];
            readonly children: readonly components["schemas"]["CascadeNodeDto"][];
        };
        readonly TierProgressDto: {
            readonly unitPlans: number;
            readonly items: components["schemas"]["CountsDto"];
            readonly reports: components["schemas"]["CountsDto"];
        };
        readonly LateDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly task: string;
            /** Format: date */
            readonly due: string;
            readonly daysLate: number;
            readonly done: boolean;
        };
        readonly ProgressDto: {
            readonly plan: components["schemas"]["PlanDto"];
            readonly asOf: string;
            readonly items: components["schemas"]["CountsDto"];
            readonly reports: components["schemas"]["CountsDto"];
            readonly byTier: {
                readonly [key: string]: components["schemas"]["TierProgressDto"];
            };
            readonly escalations: {
                readonly [key: string]: number;
            };
            readonly late: readonly components["schemas"]["LateDto"][];
        };
        readonly LateActionDto: {
            readonly action: string;
            readonly target: string | null;
        };
        readonly LateStepDto: {
            readonly step: string;
            readonly at: string;
            readonly actions: readonly components["schemas"]["LateActionDto"][];
        };
        readonly LateExplanationDto: {
            readonly item: string;
            /** Format: date */
            readonly due: string | null;
            readonly status: string;
            readonly submittedAt: string | null;
        };
        readonly LateEntryDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly obligation: string;
            readonly title: string | null;
            /** Format: date */
            readonly due: string;
            readonly dueTime: string | null;
            readonly daysLate: number;
            readonly steps: readonly components["schemas"]["LateStepDto"][];
            readonly explanation: components["schemas"]["LateExplanationDto"] | null;
        };
        readonly LateListDto: {
            readonly plan: components["schemas"]["PlanDto"];
            readonly asOf: string;
            readonly total: number;
            readonly late: readonly components["schemas"]["LateEntryDto"][];
            readonly next: string | null;
        };
        readonly ExtensionDto: {
            /** Format: date */
            readonly to: string;
            readonly reason: string;
            readonly at: string;
            readonly refusal: string | null;
        };
        readonly ItemDto: {
            readonly plan: string;
            readonly unit: components["schemas"]["UnitDto"];
            readonly id: string;
            readonly task: string;
            readonly title: string;
            readonly deliverable: string | null;
            readonly source: string;
            readonly period: string | null;
            readonly deadlineKind: string;
            /** Format: date */
            readonly due: string | null;
            readonly dueTime: string | null;
            readonly awaits: string | null;
            /** Format: date */
            readonly estimate: string | null;
            readonly resolver: string | null;
            readonly explains: string | null;
            readonly inheritedFrom: readonly string[];
            readonly extension: components["schemas"]["ExtensionDto"] | null;
            readonly status: string;
            readonly receivedAt: string | null;
            readonly submittedAt: string | null;
            readonly completedAt: string | null;
            /** @enum {string} */
            readonly timeliness: "not-due" | "on-time" | "late" | "overdue" | "no-deadline";
            readonly daysLate: number;
            readonly escalated: readonly string[];
        };
        readonly ReportInputsDto: {
            readonly expected: number;
            readonly received: number;
            readonly missing: readonly string[];
        };
        readonly ClosedDto: {
            readonly at: string;
            readonly received: readonly string[];
            readonly late: readonly string[];
            readonly missing: readonly string[];
            readonly cameAfter: readonly string[];
        };
        readonly WrittenReportDto: {
            readonly plan: string;
            readonly unit: components["schemas"]["UnitDto"];
            readonly id: string;
            readonly period: string;
            /** Format: date */
            readonly from: string;
            /** Format: date */
            readonly until: string;
            /** Format: date */
            readonly due: string | null;
            readonly to: components["schemas"]["UnitDto"];
            readonly via: components["schemas"]["UnitDto"] | null;
            readonly viaNext: readonly components["schemas"]["UnitDto"][];
            readonly copies: readonly components["schemas"]["UnitDto"][];
            readonly serves: string | null;
            readonly into: string | null;
            readonly asked: string | null;
            readonly dueTime: string | null;
            readonly status: string;
            readonly submittedAt: string | null;
            readonly consolidated: boolean;
            readonly inputs: components["schemas"]["ReportInputsDto"];
            readonly closed: components["schemas"]["ClosedDto"] | null;
            readonly extension: components["schemas"]["ExtensionDto"] | null;
            /** @enum {string} */
            readonly timeliness: "not-due" | "on-time" | "late" | "overdue" | "no-deadline";
            readonly daysLate: number;
            readonly content: string | null;
        };
        readonly DutyDto: {
            readonly id: string;
            /** Format: date */
            readonly due: string | null;
            readonly sendTo: components["schemas"]["UnitDto"] | null;
            readonly plan: string | null;
            readonly fulfilledAt: string | null;
            /** @enum {string} */
            readonly timeliness: "not-due" | "on-time" | "late" | "overdue" | "no-deadline";
        };
        readonly JointTaskDto: {
            readonly task: string;
            readonly source: string;
            readonly title: string;
            readonly accountable: string;
        };
        readonly SupportedTaskDto: {
            readonly task: string;
            readonly source: string;
            readonly title: string;
        };
        readonly UnitPlanDto: {
            readonly plan: string;
            readonly unit: components["schemas"]["UnitDto"];
            readonly source: string;
            readonly provisional: boolean;
            readonly ownPlan: string | null;
            readonly version: number;
            readonly items: readonly components["schemas"]["ItemDto"][];
            readonly reports: readonly components["schemas"]["WrittenReportDto"][];
            readonly duties: readonly components["schemas"]["DutyDto"][];
            readonly joint: readonly components["schemas"]["JointTaskDto"][];
            readonly supports: readonly components["schemas"]["SupportedTaskDto"][];
        };
        readonly ActorBody: {
            readonly actor: string;
        };
        readonly WrittenDto: {
            readonly version: number;
            readonly position: number;
        };
        readonly OwnPlanBody: {
            readonly text: string;
            readonly actor: string;
        };
        readonly OwnPlanIssuedDto: {
            readonly plan: string;
            readonly position: number;
            readonly derived: number;
            readonly replaced: number;
            readonly items: number;
            readonly reports: number;
            readonly rules: string;
            readonly diagnostics: readonly components["schemas"]["DiagnosticDto"][];
        };
        readonly DoerDto: {
            readonly person: string;
            readonly role: string | null;
            readonly grant: string | null;
            readonly lender?: string;
        };
        readonly RuleLineDto: {
            readonly rules: string;
            readonly rule: string;
            readonly place: components["schemas"]["PlaceDto"] | null;
            readonly line: string | null;
        };
        readonly HistoryEntryDto: {
            readonly position: number;
            readonly stream: string;
            readonly version: number;
            readonly type: string;
            readonly at: string;
            readonly recordedAt: string;
            readonly actor: string | null;
            readonly data: {
                readonly [key: string]: unknown;
            };
            readonly because: {
                readonly [key: string]: unknown;
            } | null;
            readonly by: components["schemas"]["DoerDto"] | null;
            readonly rule: components["schemas"]["RuleLineDto"] | null;
            readonly task: components["schemas"]["RuleLineDto"] | null;
        };
        readonly HistoryDto: {
            readonly items: readonly components["schemas"]["HistoryEntryDto"][];
            readonly next: string | null;
        };
        readonly SubmitItemBody: {
            readonly actor: string;
            readonly note?: string;
        };
        readonly ReturnBody: {
            readonly actor: string;
            readonly reason: string;
        };
        readonly DocumentBody: {
            readonly number: string;
            /** Format: date */
            readonly date: string;
            readonly issuer: string;
        };
        readonly ExtendDeadlineBody: {
            readonly actor: string;
            /** Format: date */
            readonly to: string;
            readonly document: components["schemas"]["DocumentBody"];
        };
        readonly CalendarDto: {
            readonly version: string;
            readonly at: string;
            readonly years: {
                readonly [key: string]: {
                    readonly off: readonly string[];
                    readonly makeup: readonly string[];
                };
            };
        };
        readonly CalendarsDto: {
            readonly items: readonly components["schemas"]["CalendarDto"][];
        };
        readonly PublishCalendarBody: {
            readonly calendar?: {
                readonly [key: string]: unknown;
            };
        };
        readonly RecordedDto: {
            readonly position: number;
        };
        readonly ReportRateDto: {
            readonly expected: number;
            readonly received: number;
            readonly onTime: number;
            readonly completeness: number | null;
            readonly timeliness: number | null;
        };
        readonly CompletenessPeriodDto: {
            readonly period: string;
            readonly label: string;
            /** Format: date */
            readonly from: string;
            /** Format: date */
            readonly until: string;
            /** Format: date */
            readonly due: string;
            readonly rate: components["schemas"]["ReportRateDto"];
        };
        readonly CompletenessRowDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly withBelow: boolean;
            readonly rate: components["schemas"]["ReportRateDto"];
            readonly periods: {
                readonly [key: string]: components["schemas"]["ReportRateDto"];
            };
        };
        readonly CompletenessDto: {
            readonly plan: string;
            readonly within: components["schemas"]["UnitDto"];
            readonly asOf: string;
            readonly rate: components["schemas"]["ReportRateDto"];
            readonly periods: readonly components["schemas"]["CompletenessPeriodDto"][];
            readonly rows: readonly components["schemas"]["CompletenessRowDto"][];
        };
        readonly TaskColumnDto: {
            readonly task: string;
            readonly title: string;
            readonly counts: components["schemas"]["CountsDto"];
        };
        readonly TaskRowDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly withBelow: boolean;
            readonly counts: components["schemas"]["CountsDto"];
            readonly tasks: {
                readonly [key: string]: components["schemas"]["CountsDto"];
            };
        };
        readonly TaskTableDto: {
            readonly plan: string;
            readonly within: components["schemas"]["UnitDto"];
            readonly asOf: string;
            readonly all: components["schemas"]["CountsDto"];
            readonly tasks: readonly components["schemas"]["TaskColumnDto"][];
            readonly rows: readonly components["schemas"]["TaskRowDto"][];
        };
        readonly MissingReportDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly report: string;
            readonly period: string;
            readonly label: string;
            /** Format: date */
            readonly due: string;
            readonly daysLate: number;
            readonly to: components["schemas"]["UnitDto"];
        };
        readonly MissingReportsDto: {
            readonly total: number;
            readonly reports: readonly components["schemas"]["MissingReportDto"][];
            readonly next: string | null;
        };
        readonly StepTakenDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly obligation: string;
            readonly title: string | null;
            readonly step: string;
            readonly at: string;
            /** Format: date */
            readonly due: string;
        };
        readonly StepsTakenDto: {
            readonly total: number;
            readonly steps: readonly components["schemas"]["StepTakenDto"][];
            readonly next: string | null;
        };
        readonly TrendCountedDto: {
            readonly position: number;
            readonly head: number;
        };
        readonly TrendFiguresDto: {
            readonly due: number;
            readonly onTime: number;
            readonly late: number;
            readonly open: number;
            readonly overdue: number;
            readonly escalations: number;
        };
        readonly TrendDayDto: {
            /** Format: date */
            readonly day: string;
            readonly items: components["schemas"]["TrendFiguresDto"];
            readonly reports: components["schemas"]["TrendFiguresDto"];
            readonly duties: components["schemas"]["TrendFiguresDto"];
        };
        readonly TrendDto: {
            readonly plan: string;
            readonly within: components["schemas"]["UnitDto"];
            readonly counted: components["schemas"]["TrendCountedDto"];
            readonly days: readonly components["schemas"]["TrendDayDto"][];
        };
        readonly CheckpointDto: {
            readonly size: number;
            readonly root: string;
            readonly note: string;
            readonly key: string;
            /** Format: date-time */
            readonly sealedAt: string;
        };
        readonly ChangeDto: {
            readonly position: number;
            readonly stream: string;
            readonly version: number;
            readonly type: string;
            readonly at: string;
            readonly recordedAt: string;
            readonly actor: string | null;
            readonly data: {
                readonly [key: string]: unknown;
            };
            readonly because: {
                readonly [key: string]: unknown;
            } | null;
            readonly by: components["schemas"]["DoerDto"] | null;
            /** @enum {string} */
            readonly kind: "rules" | "plan" | "organisation" | "calendar" | "document" | "cascade" | "work" | "report" | "deadline" | "escalation" | "reorganisation" | "people";
            readonly plan: string | null;
            readonly unit: string | null;
            readonly said: components["schemas"]["BilingualDto"];
        };
        readonly ChangePageDto: {
            readonly items: readonly components["schemas"]["ChangeDto"][];
            readonly next: string | null;
        };
        readonly PersonCountDto: {
            readonly person: string;
            readonly count: number;
        };
        readonly OutlineDto: {
            readonly count: number;
            readonly upTo: number;
            readonly pages: readonly number[];
            readonly people: readonly components["schemas"]["PersonCountDto"][];
        };
        readonly DayPlaceDto: {
            readonly begins: number | null;
        };
        readonly ProvedEventDto: {
            readonly tenant: string;
            readonly event: {
                readonly [key: string]: unknown;
            };
            readonly leaf: string;
            readonly proof: readonly string[];
            readonly size: number;
            readonly root: string;
            readonly note: string;
            readonly key: string;
        };
        readonly RecomputeBody: {
            readonly plan?: string;
        };
        readonly VersionDto: {
            readonly type: string;
            readonly data: {
                readonly [key: string]: unknown;
            };
            readonly because: {
                readonly [key: string]: unknown;
            } | null;
            readonly at: string;
            readonly actor: string | null;
        };
        readonly DifferenceDto: {
            /** @enum {string} */
            readonly cause: "altered" | "missing" | "extra" | "rules" | "calendar" | "organisation" | "refused";
            readonly position: number;
            readonly stream: string;
            readonly version: number;
            readonly computed: components["schemas"]["VersionDto"] | null;
            readonly recorded: components["schemas"]["VersionDto"] | null;
            readonly paths: readonly string[];
            readonly days: readonly string[];
            readonly refusal: string | null;
            readonly said: components["schemas"]["BilingualDto"];
        };
        readonly RecomputedDto: {
            readonly tenant: string;
            readonly plan: string | null;
            readonly events: number;
            readonly recomputed: number;
            readonly acts: number;
            readonly until: string | null;
            readonly whole: boolean;
            readonly difference: components["schemas"]["DifferenceDto"] | null;
        };
        readonly WhatIfBody: {
            readonly plan: string;
            readonly at?: string;
            readonly until?: string;
            readonly rules?: string;
            readonly calendar?: {
                readonly [key: string]: unknown;
            };
            /** Format: date */
            readonly dayOff?: string;
            /** Format: date */
            readonly dayWorked?: string;
            readonly organisation?: {
                readonly [key: string]: unknown;
            };
        };
        readonly TotalsDto: {
            readonly unitPlans: number;
            readonly items: number;
            readonly reports: number;
            readonly onTime: number;
            readonly late: number;
            readonly overdue: number;
            readonly escalations: number;
        };
        readonly StandingDto: {
            readonly due: string | null;
            readonly timeliness: string;
            readonly daysLate: number;
            readonly steps: readonly string[];
        };
        readonly WhatIfDifferenceDto: {
            readonly unit: string;
            readonly unitName: string;
            readonly obligation: string;
            readonly recorded: components["schemas"]["StandingDto"] | null;
            readonly otherwise: components["schemas"]["StandingDto"] | null;
            readonly said: components["schemas"]["BilingualDto"];
        };
        readonly NotCarriedDto: {
            readonly position: number;
            readonly at: string;
            readonly type: string;
            readonly actor: string | null;
            readonly stream: string;
            readonly code: string;
            readonly what: components["schemas"]["BilingualDto"];
        };
        readonly WhatIfDto: {
            readonly plan: string;
            readonly from: string;
            readonly until: string;
            readonly recorded: components["schemas"]["TotalsDto"];
            readonly otherwise: components["schemas"]["TotalsDto"];
            readonly total: number;
            readonly differences: readonly components["schemas"]["WhatIfDifferenceDto"][];
            readonly notCarried: readonly components["schemas"]["NotCarriedDto"][];
            readonly said: components["schemas"]["BilingualDto"];
        };
        readonly UnitNameDto: {
            readonly id: string;
            readonly name: string;
        };
        readonly AskedDto: {
            readonly negated: boolean;
            /** @enum {string} */
            readonly aspect: "all" | "existence" | "due" | "state" | "report" | "rate" | "step" | "late" | "recipient";
            readonly plan: string;
            readonly unit: components["schemas"]["UnitNameDto"];
            readonly obligation: string | null;
            readonly step: string | null;
            readonly generation: number | null;
            readonly to: components["schemas"]["UnitNameDto"] | null;
            readonly at: string;
        };
        readonly StatementDto: {
            readonly code: string;
            readonly facts: {
                readonly [key: string]: unknown;
            };
            readonly text: components["schemas"]["BilingualDto"];
            readonly evidence: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly because: readonly components["schemas"]["StatementDto"][];
        };
        readonly ExplanationDto: {
            readonly format: string;
            readonly asked: components["schemas"]["AskedDto"];
            readonly holds: boolean;
            readonly answer: readonly components["schemas"]["StatementDto"][];
        };
        readonly DeliveryDto: {
            readonly tenant: string;
            readonly id: string;
            readonly channel: string;
            readonly recipient: string;
            readonly subject: string;
            readonly plan: string;
            readonly unit: string;
            readonly obligation: string;
            readonly step: string;
            readonly generation: number;
            /** Format: date */
            readonly due: string;
            readonly at: string;
            /** @enum {string} */
            readonly state: "waiting" | "sent" | "dead" | "again" | "lapsed";
            readonly attempts: number;
            readonly lastError: string | null;
        };
        readonly DeliveryPageDto: {
            readonly items: readonly components["schemas"]["DeliveryDto"][];
            readonly next: string | null;
        };
        readonly WorkerDto: {
            readonly worker: string;
            /** Format: date-time */
            readonly until: string;
        };
        readonly LatenessDto: {
            readonly second: number;
            readonly seconds: number;
            readonly minute: number;
            readonly minutes: number;
            readonly longer: number;
        };
        readonly LagDto: {
            readonly projection: string;
            readonly generation: number;
            readonly positions: number;
            readonly seconds: number;
        };
        readonly SealLagDto: {
            readonly events: number;
            readonly seconds: number;
        };
        readonly OperationsDto: {
            readonly workers: readonly components["schemas"]["WorkerDto"][];
            readonly lateness: components["schemas"]["LatenessDto"];
            readonly projections: readonly components["schemas"]["LagDto"][];
            readonly seal: components["schemas"]["SealLagDto"] | null;
            readonly stuck: number;
            readonly dead: number;
            readonly databaseBytes: number;
        };
        readonly StuckDto: {
            readonly stream: string;
            readonly at: string;
            readonly reason: string;
            /** Format: date-time */
            readonly since: string;
        };
        readonly StuckListDto: {
            readonly items: readonly components["schemas"]["StuckDto"][];
        };
        readonly RetryBody: {
            readonly stream?: string;
        };
        readonly RetriedDto: {
            readonly retried: number;
        };
        readonly UnitOnDayDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly below: number;
        };
        readonly UnitsOnDayDto: {
            /** Format: date */
            readonly on: string;
            readonly units: readonly components["schemas"]["UnitOnDayDto"][];
        };
        readonly NamedUnitDto: {
            readonly id: string;
            readonly name: string;
        };
        readonly OrganisationChangeDto: {
            /** Format: date */
            readonly from: string;
            /** @enum {string} */
            readonly kind: "founded" | "renamed" | "moved" | "ended";
            readonly unit: components["schemas"]["NamedUnitDto"];
            readonly before: string | null;
            readonly after: string | null;
            readonly successors: readonly components["schemas"]["NamedUnitDto"][];
        };
        readonly OrganisationChangesDto: {
            readonly total: number;
            readonly changes: readonly components["schemas"]["OrganisationChangeDto"][];
        };
        readonly ChangeOrganisationBody: {
            /** Format: date */
            readonly from: string;
            readonly source?: string;
            readonly found?: readonly Record<string, never>[];
            readonly rename?: readonly Record<string, never>[];
            readonly move?: readonly Record<string, never>[];
            readonly dissolve?: readonly Record<string, never>[];
            readonly actor: string;
        };
        readonly UnresolvedDto: {
            readonly unit: string;
            readonly obligation: string;
            readonly reason: string;
        };
        readonly CascadeReorganisedDto: {
            readonly id: string;
            /** Format: date */
            readonly from: string;
            readonly transferred: number;
            readonly inherited: number;
            readonly readdressed: number;
            readonly handedOver: number;
            readonly ended: {
                readonly [key: string]: number;
            };
            readonly unresolved: readonly components["schemas"]["UnresolvedDto"][];
        };
        readonly ReorganisationDto: {
            readonly position: number;
            readonly effective: readonly string[];
            readonly cascades: readonly components["schemas"]["CascadeReorganisedDto"][];
        };
        readonly OrganisationChangesBody: {
            /** Format: date */
            readonly from: string;
            readonly source?: string;
            readonly found?: readonly Record<string, never>[];
            readonly rename?: readonly Record<string, never>[];
            readonly move?: readonly Record<string, never>[];
            readonly dissolve?: readonly Record<string, never>[];
        };
        readonly UnresolvedForeseenDto: {
            readonly unit: components["schemas"]["NamedUnitDto"];
            readonly obligation: string;
            readonly reason: string;
        };
        readonly WayForeseenDto: {
            readonly unit: components["schemas"]["NamedUnitDto"];
            readonly to: readonly components["schemas"]["NamedUnitDto"][];
            readonly reason: string;
            readonly items: number;
            readonly reports: number;
            readonly duties: number;
        };
        readonly CascadeForetoldDto: {
            readonly id: string;
            readonly transferred: number;
            readonly inherited: number;
            readonly readdressed: number;
            readonly handedOver: number;
            readonly ended: {
                readonly [key: string]: number;
            };
            readonly number: string;
            readonly unresolved: readonly components["schemas"]["UnresolvedForeseenDto"][];
            readonly ways: readonly components["schemas"]["WayForeseenDto"][];
        };
        readonly OrganisationForeseenDto: {
            readonly changes: readonly components["schemas"]["OrganisationChangeDto"][];
            readonly cascades: readonly components["schemas"]["CascadeForetoldDto"][];
            readonly left: readonly string[];
        };
        readonly RequestExtensionBody: {
            readonly actor: string;
            /** Format: date */
            readonly to: string;
            readonly reason: string;
        };
        readonly RefuseExtensionBody: {
            readonly actor: string;
            readonly reason: string;
        };
        readonly SubmitReportBody: {
            readonly actor: string;
            readonly content: string;
        };
        readonly UnitPageDto: {
            readonly items: readonly components["schemas"]["UnitDto"][];
            readonly next: string | null;
        };
        readonly ReportDto: {
            readonly plan: string;
            readonly unit: components["schemas"]["UnitDto"];
            readonly id: string;
            readonly period: string;
            /** Format: date */
            readonly from: string;
            /** Format: date */
            readonly until: string;
            /** Format: date */
            readonly due: string | null;
            readonly to: components["schemas"]["UnitDto"];
            readonly via: components["schemas"]["UnitDto"] | null;
            readonly viaNext: readonly components["schemas"]["UnitDto"][];
            readonly copies: readonly components["schemas"]["UnitDto"][];
            readonly serves: string | null;
            readonly into: string | null;
            readonly asked: string | null;
            readonly dueTime: string | null;
            readonly status: string;
            readonly submittedAt: string | null;
            readonly consolidated: boolean;
            readonly inputs: components["schemas"]["ReportInputsDto"];
            readonly closed: components["schemas"]["ClosedDto"] | null;
            readonly extension: components["schemas"]["ExtensionDto"] | null;
            /** @enum {string} */
            readonly timeliness: "not-due" | "on-time" | "late" | "overdue" | "no-deadline";
            readonly daysLate: number;
        };
        readonly DeskDutyDto: {
            readonly id: string;
            /** Format: date */
            readonly due: string | null;
            readonly sendTo: components["schemas"]["UnitDto"] | null;
            readonly plan: string | null;
            readonly fulfilledAt: string | null;
            /** @enum {string} */
            readonly timeliness: "not-due" | "on-time" | "late" | "overdue" | "no-deadline";
            readonly planId: string;
        };
        readonly WaitingDto: {
            readonly items: readonly components["schemas"]["ItemDto"][];
            readonly reports: readonly components["schemas"]["ReportDto"][];
            readonly extensionItems: readonly components["schemas"]["ItemDto"][];
            readonly extensionReports: readonly components["schemas"]["ReportDto"][];
        };
        readonly DeskDto: {
            readonly unit: components["schemas"]["UnitDto"];
            readonly asOf: string;
            readonly overdue: readonly components["schemas"]["ItemDto"][];
            readonly dueSoon: readonly components["schemas"]["ItemDto"][];
            readonly open: readonly components["schemas"]["ItemDto"][];
            readonly reports: readonly components["schemas"]["ReportDto"][];
            readonly duties: readonly components["schemas"]["DeskDutyDto"][];
            readonly waitingForMe: components["schemas"]["WaitingDto"];
        };
        readonly ItemPageDto: {
            readonly items: readonly components["schemas"]["ItemDto"][];
            readonly next: string | null;
        };
        readonly ReportPageDto: {
            readonly items: readonly components["schemas"]["ReportDto"][];
            readonly next: string | null;
        };
        readonly EventDto: {
            readonly position: number;
            readonly stream: string;
            readonly version: number;
            readonly type: string;
            readonly at: string;
            readonly recordedAt: string;
            readonly actor: string | null;
            readonly data: {
                readonly [key: string]: unknown;
            };
            readonly because: {
                readonly [key: string]: unknown;
            } | null;
            readonly by: components["schemas"]["DoerDto"] | null;
        };
        readonly EventPageDto: {
            readonly items: readonly components["schemas"]["EventDto"][];
            readonly next: string | null;
        };
        readonly SignInBody: {
            readonly name: string;
            readonly password: string;
            readonly code?: string;
        };
        readonly RightDto: {
            readonly grant: string;
            readonly role: string;
            readonly unit: string | null;
            /** @enum {string} */
            readonly reach: "unit" | "subtree";
            /** Format: date */
            readonly from: string;
            readonly until: string | null;
            /** @enum {string} */
            readonly state: "now" | "later" | "over";
            readonly lentBy: string | null;
            readonly delegation: string | null;
        };
        readonly SessionDto: {
            readonly user: string;
            readonly name: string | null;
            readonly shownName: string | null;
            /** @enum {string} */
            readonly by: "session" | "token" | "door";
            readonly strong: boolean;
            readonly mayWrite: boolean;
            readonly csrf: string | null;
            readonly rights: readonly components["schemas"]["RightDto"][];
        };
        readonly DecisionDto: {
            readonly allowed: boolean;
            readonly what: {
                readonly [key: string]: string;
            };
            readonly mend: {
                readonly [key: string]: string;
            };
            readonly decision: {
                readonly [key: string]: unknown;
            };
        };
        readonly SessionEntryDto: {
            readonly id: string;
            readonly createdAt: string;
            readonly seenAt: string;
            readonly address: string;
            readonly agent: string;
            readonly current: boolean;
        };
        readonly SessionsDto: {
            readonly items: readonly components["schemas"]["SessionEntryDto"][];
        };
        readonly ProofBody: {
            readonly password?: string;
            readonly code?: string;
        };
        readonly DoneDto: {
            readonly done: boolean;
        };
        readonly UserDto: {
            readonly id: string;
            readonly name: string;
            readonly shownName: string;
            readonly secondFactor: boolean;
            readonly blocked: boolean;
            readonly rights: readonly components["schemas"]["RightDto"][];
        };
        readonly UserPageDto: {
            readonly items: readonly components["schemas"]["UserDto"][];
            readonly next: string | null;
        };
        readonly PersonNameDto: {
            readonly id: string;
            readonly name: string | null;
            readonly isErased: boolean;
        };
        readonly NamesDto: {
            readonly items: readonly components["schemas"]["PersonNameDto"][];
        };
        readonly AddUserBody: {
            /** @enum {string} */
            readonly role: "rules-author" | "official" | "unit-head" | "leader" | "auditor" | "system-administrator";
            readonly unit?: string;
            /** @enum {string} */
            readonly reach?: "unit" | "subtree";
            /** Format: date */
            readonly from?: string;
            /** Format: date */
            readonly until?: string;
            readonly name: string;
            readonly shownName: string;
        };
        readonly AddedUserDto: {
            readonly id: string;
            readonly link: string;
        };
        readonly GrantBody: {
            /** @enum {string} */
            readonly role: "rules-author" | "official" | "unit-head" | "leader" | "auditor" | "system-administrator";
            readonly unit?: string;
            /** @enum {string} */
            readonly reach?: "unit" | "subtree";
            /** Format: date */
            readonly from?: string;
            /** Format: date */
            readonly until?: string;
        };
        readonly GrantedDto: {
            readonly id: string;
            readonly position: number;
        };
        readonly LinkDto: {
            readonly link: string;
        };
        readonly LoanDto: {
            readonly id: string;
            readonly role: string;
            readonly unit: string | null;
            readonly to: string;
            /** Format: date */
            readonly from: string;
            /** Format: date */
            readonly until: string;
        };
        readonly LoansDto: {
            readonly items: readonly components["schemas"]["LoanDto"][];
        };
        readonly LoanBody: {
            readonly grant: string;
            readonly to: string;
            /** Format: date */
            readonly from: string;
            /** Format: date */
            readonly until: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly "Rules.check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RulesTextBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckDto"];
                };
            };
        };
    };
    readonly "Rules.surroundings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RulesTextBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SurroundingsDto"];
                };
            };
        };
    };
    readonly "Rules.preview": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RulesTextBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PreviewDto"];
                };
            };
        };
    };
    readonly "Rules.publish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PublishRulesBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PublicationDto"];
                };
            };
        };
    };
    readonly "Rules.one": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly hash: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RulesDto"];
                };
            };
        };
    };
    readonly "Plans.list": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlanPageDto"];
                };
            };
        };
    };
    readonly "Plans.issue": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["IssuePlanBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuedDto"];
                };
            };
        };
    };
    readonly "Plans.cascade": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
                readonly within?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CascadeNodeDto"];
                };
            };
        };
    };
    readonly "Plans.progress": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
                readonly within?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProgressDto"];
                };
            };
        };
    };
    readonly "Plans.lateList": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
                readonly after?: string;
                readonly limit?: number;
                readonly within?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LateListDto"];
                };
            };
        };
    };
    readonly "UnitPlans.one": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnitPlanDto"];
                };
            };
        };
    };
    readonly "UnitPlans.draft": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly language?: "vi" | "en";
                readonly number?: string;
                readonly issuedOn?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
        };
    };
    readonly "UnitPlans.receive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ActorBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "UnitPlans.issueOwnPlan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OwnPlanBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OwnPlanIssuedDto"];
                };
            };
        };
    };
    readonly "Items.history": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
                readonly unit: string;
                readonly item: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HistoryDto"];
                };
            };
        };
    };
    readonly "Items.receive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ActorBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Items.start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ActorBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Items.submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SubmitItemBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Items.accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ActorBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Items.sendBack": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReturnBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Items.extend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ExtendDeadlineBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Calendars.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarsDto"];
                };
            };
        };
    };
    readonly "Calendars.publish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PublishCalendarBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecordedDto"];
                };
            };
        };
    };
    readonly "Completeness.table": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
                readonly within?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CompletenessDto"];
                };
            };
        };
    };
    readonly "Completeness.tasks": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
                readonly within?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskTableDto"];
                };
            };
        };
    };
    readonly "Completeness.missing": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
                readonly after?: string;
                readonly limit?: number;
                readonly within?: string;
                readonly period?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MissingReportsDto"];
                };
            };
        };
    };
    readonly "Completeness.stepsTaken": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
                readonly after?: string;
                readonly limit?: number;
                readonly within?: string;
                readonly step?: string;
                readonly on?: string;
                readonly kind?: "item" | "report";
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StepsTakenDto"];
                };
            };
        };
    };
    readonly "Trend.trend": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly within?: string;
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TrendDto"];
                };
            };
        };
    };
    readonly "Audit.checkpoint": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckpointDto"];
                };
            };
        };
    };
    readonly "AuditAsOf.progress": {
        readonly parameters: {
            readonly query: {
                readonly at: string;
                readonly recorded?: boolean;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProgressDto"];
                };
            };
        };
    };
    readonly "AuditAsOf.lateList": {
        readonly parameters: {
            readonly query: {
                readonly at: string;
                readonly recorded?: boolean;
            };
            readonly header?: never;
            readonly path: {
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LateListDto"];
                };
            };
        };
    };
    readonly "AuditChanges.page": {
        readonly parameters: {
            readonly query?: {
                readonly from?: string;
                readonly to?: string;
                readonly recorded?: boolean;
                readonly plan?: string;
                readonly unit?: string;
                readonly kind?: "rules" | "plan" | "organisation" | "calendar" | "document" | "cascade" | "work" | "report" | "deadline" | "escalation" | "reorganisation" | "people";
                readonly about?: string;
                readonly who?: string;
                readonly after?: string;
                readonly since?: number;
                readonly limit?: number;
                readonly newest?: boolean;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangePageDto"];
                };
            };
        };
    };
    readonly "AuditChanges.outline": {
        readonly parameters: {
            readonly query?: {
                readonly from?: string;
                readonly to?: string;
                readonly recorded?: boolean;
                readonly plan?: string;
                readonly unit?: string;
                readonly kind?: "rules" | "plan" | "organisation" | "calendar" | "document" | "cascade" | "work" | "report" | "deadline" | "escalation" | "reorganisation" | "people";
                readonly about?: string;
                readonly who?: string;
                readonly every?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OutlineDto"];
                };
            };
        };
    };
    readonly "AuditChanges.place": {
        readonly parameters: {
            readonly query: {
                readonly day: string;
                readonly recorded?: boolean;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DayPlaceDto"];
                };
            };
        };
    };
    readonly "AuditExport.event": {
        readonly parameters: {
            readonly query: {
                readonly position: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProvedEventDto"];
                };
            };
        };
    };
    readonly "AuditExport.export": {
        readonly parameters: {
            readonly query?: {
                readonly plan?: string;
                readonly unit?: string;
                readonly event?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/gzip": string;
                };
            };
        };
    };
    readonly "AuditRecompute.recompute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RecomputeBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecomputedDto"];
                };
            };
        };
    };
    readonly "AuditWhatIf.ask": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WhatIfBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WhatIfDto"];
                };
            };
        };
    };
    readonly "AuditWhy.why": {
        readonly parameters: {
            readonly query: {
                readonly minPosition?: number;
                readonly plan: string;
                readonly unit: string;
                readonly obligation?: string;
                readonly aspect?: "all" | "existence" | "due" | "state" | "report" | "rate" | "step" | "late" | "recipient";
                readonly step?: string;
                readonly generation?: number;
                readonly to?: string;
                readonly period?: string;
                readonly at?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExplanationDto"];
                };
            };
        };
    };
    readonly "AuditWhy.whyNot": {
        readonly parameters: {
            readonly query: {
                readonly minPosition?: number;
                readonly plan: string;
                readonly unit: string;
                readonly obligation?: string;
                readonly aspect?: "all" | "existence" | "due" | "state" | "report" | "rate" | "step" | "late" | "recipient";
                readonly step?: string;
                readonly generation?: number;
                readonly to?: string;
                readonly period?: string;
                readonly at?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExplanationDto"];
                };
            };
        };
    };
    readonly "Deliveries.dead": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeliveryPageDto"];
                };
            };
        };
    };
    readonly "Deliveries.retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly delivery: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeliveryDto"];
                };
            };
        };
    };
    readonly "Deliveries.discard": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly delivery: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeliveryDto"];
                };
            };
        };
    };
    readonly "Operations.now": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OperationsDto"];
                };
            };
        };
    };
    readonly "Operations.stuck": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StuckListDto"];
                };
            };
        };
    };
    readonly "Operations.retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RetryBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RetriedDto"];
                };
            };
        };
    };
    readonly "Organisation.units": {
        readonly parameters: {
            readonly query?: {
                readonly on?: string;
                readonly superior?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnitsOnDayDto"];
                };
            };
        };
    };
    readonly "Organisation.changes": {
        readonly parameters: {
            readonly query?: {
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrganisationChangesDto"];
                };
            };
        };
    };
    readonly "Organisation.change": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChangeOrganisationBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReorganisationDto"];
                };
            };
        };
    };
    readonly "Organisation.preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OrganisationChangesBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrganisationForeseenDto"];
                };
            };
        };
    };
    readonly "ExtensionRequests.askItem": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RequestExtensionBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "ExtensionRequests.refuseItem": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RefuseExtensionBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "ExtensionRequests.askReport": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly report: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RequestExtensionBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "ExtensionRequests.refuseReport": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly report: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RefuseExtensionBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Reports.submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly report: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SubmitReportBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Reports.accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly report: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ActorBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Reports.sendBack": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly report: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReturnBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Reports.extend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly report: string;
                readonly plan: string;
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ExtendDeadlineBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WrittenDto"];
                };
            };
        };
    };
    readonly "Units.list": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
                readonly superior?: string;
                readonly search?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnitPageDto"];
                };
            };
        };
    };
    readonly "Units.one": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnitDto"];
                };
            };
        };
    };
    readonly "Units.desk": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly unit: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeskDto"];
                };
            };
        };
    };
    readonly "Lists.items": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
                readonly asOf?: string;
                readonly plan?: string;
                readonly unit?: string;
                readonly status?: "dormant" | "assigned" | "received" | "in-progress" | "submitted" | "completed" | "returned" | "suspended" | "transferred" | "cancelled";
                readonly within?: string;
                readonly task?: string;
                readonly tier?: "central" | "province" | "district" | "commune" | "hamlet";
                readonly standing?: "onTime" | "late" | "overdue" | "open";
                readonly overdue?: boolean;
                readonly due?: string;
                readonly inOn?: string;
                readonly order?: "due" | "-due";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ItemPageDto"];
                };
            };
        };
    };
    readonly "Lists.reports": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
                readonly asOf?: string;
                readonly plan?: string;
                readonly unit?: string;
                readonly period?: string;
                readonly tier?: "central" | "province" | "district" | "commune" | "hamlet";
                readonly standing?: "onTime" | "late" | "overdue" | "open" | "total";
                readonly within?: string;
                readonly label?: string;
                readonly due?: string;
                readonly inOn?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportPageDto"];
                };
            };
        };
    };
    readonly "Lists.events": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
                readonly since?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EventPageDto"];
                };
            };
        };
    };
    readonly "Changes.follow": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
        };
    };
    readonly "Session.one": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionDto"];
                };
            };
        };
    };
    readonly "Session.signIn": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SignInBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionDto"];
                };
            };
        };
    };
    readonly "Session.why": {
        readonly parameters: {
            readonly query: {
                readonly action: string;
                readonly unit?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DecisionDto"];
                };
            };
        };
    };
    readonly "Session.sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionsDto"];
                };
            };
        };
    };
    readonly "Session.endOne": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly session: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProofBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DoneDto"];
                };
            };
        };
    };
    readonly "Users.list": {
        readonly parameters: {
            readonly query?: {
                readonly minPosition?: number;
                readonly after?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserPageDto"];
                };
            };
        };
    };
    readonly "Users.add": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AddUserBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AddedUserDto"];
                };
            };
        };
    };
    readonly "Users.names": {
        readonly parameters: {
            readonly query: {
                readonly ids: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NamesDto"];
                };
            };
        };
    };
    readonly "Users.grant": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly user: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GrantBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GrantedDto"];
                };
            };
        };
    };
    readonly "Users.revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly user: string;
                readonly grant: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DoneDto"];
                };
            };
        };
    };
    readonly "Users.block": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly user: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DoneDto"];
                };
            };
        };
    };
    readonly "Users.unblock": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly user: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DoneDto"];
                };
            };
        };
    };
    readonly "Users.link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly user: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LinkDto"];
                };
            };
        };
    };
    readonly "Users.clearSecondFactor": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly user: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DoneDto"];
                };
            };
        };
    };
    readonly "Users.loans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LoansDto"];
                };
            };
        };
    };
    readonly "Users.lend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LoanBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GrantedDto"];
                };
            };
        };
    };
    readonly "Users.endLoan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly delegation: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DoneDto"];
                };
            };
        };
    };
}
